import javax.servlet.http.*;
import javax.xml.xpath.*;

class Users extends HttpServlet {
  void doGet(HttpServletRequest request, HttpServletResponse response, org.w3c.dom.Document users) throws Exception {
    String name = request.getParameter("name");
    name = name.trim();
    XPath xpath = XPathFactory.newInstance().newXPath();
    String expression = "/users/user[@name='" + name + "']";
    xpath.evaluate(expression, users); // finds xpath-injection
  }

  void both(HttpServletRequest request, org.w3c.dom.Document users) throws Exception {
    XPath paths = XPathFactory.newInstance().newXPath();
    paths.compile("/users/user[@name='" + request.getParameter("name") + "' and age='" + request.getParameter("age") + "']").evaluate(users); // finds xpath-injection
  }
}
