import javax.naming.directory.*;
import javax.servlet.http.*;

class Users extends HttpServlet {
  void find(HttpServletRequest request, DirContext directory) throws Exception {
    String name = request.getParameter("name");
    directory.search("ou=users", "(&(objectClass=person)(uid=" + name + "))", new SearchControls()); // finds ldap-injection
    Object[] values = new Object[] {"Main Street"};
    String filter = "(&(street={0})(uid=" + name + "*))";
    directory.search("ou=users", filter, values, new SearchControls()); // finds ldap-injection
    directory.search("uid=" + name + ",ou=users", "(objectClass=person)", new SearchControls()); // finds ldap-injection
  }

  void objects() {
    SearchControls controls = new SearchControls();
    controls.setReturningObjFlag(true); // finds ldap-injection (warning)
  }
}
