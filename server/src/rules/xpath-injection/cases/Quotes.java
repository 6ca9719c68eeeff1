import javax.servlet.http.*;
import javax.xml.xpath.*;

class Quotes extends HttpServlet {
  void doGet(HttpServletRequest request, HttpServletResponse response, org.w3c.dom.Document users) throws Exception {
    XPath paths = XPathFactory.newInstance().newXPath();
    String name = request.getParameter("name").replace("'", "");
    paths.evaluate("/users/user[@name='" + name + "']", users);
    String doubled = request.getParameter("name").replace("'", "''");
    paths.evaluate("/users/user[@name='" + doubled + "']", users); // finds xpath-injection
  }
}
