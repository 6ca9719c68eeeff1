import javax.servlet.http.*;
import javax.xml.xpath.*;
import javax.xml.namespace.QName;
import java.util.Collections;
import java.util.Map;

class Users extends HttpServlet {
  void doGet(HttpServletRequest request, HttpServletResponse response, org.w3c.dom.Document users) throws Exception {
    String name = request.getParameter("name");
    name = name.trim();
    XPath xpath = XPathFactory.newInstance().newXPath();
    String expression = "/users/user[@name=$name]";
    xpath.setXPathVariableResolver(Collections.singletonMap(new QName("name"), name)::get);
    xpath.evaluate(expression, users); // finds xpath-injection
  }

  void both(HttpServletRequest request, org.w3c.dom.Document users) throws Exception {
    XPath paths = XPathFactory.newInstance().newXPath();
    paths.setXPathVariableResolver(Map.of(new QName("name"), request.getParameter("name"), new QName("age"), request.getParameter("age"))::get);
    paths.compile("/users/user[@name=$name and age=$age]").evaluate(users); // finds xpath-injection
  }
}
