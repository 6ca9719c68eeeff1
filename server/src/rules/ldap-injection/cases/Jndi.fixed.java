import javax.naming.directory.*;
import javax.servlet.http.*;
import javax.naming.ldap.Rdn;

class Users extends HttpServlet {
  void find(HttpServletRequest request, DirContext directory) throws Exception {
    String name = request.getParameter("name");
    directory.search("ou=users", "(&(objectClass=person)(uid={0}))", new Object[] {name}, new SearchControls()); // finds ldap-injection
    Object[] values = new Object[] {"Main Street", name};
    String filter = "(&(street={0})(uid={1}*))";
    directory.search("ou=users", filter, values, new SearchControls()); // finds ldap-injection
    directory.search("uid=" + Rdn.escapeValue(name) + ",ou=users", "(objectClass=person)", new SearchControls()); // finds ldap-injection
  }

  void objects() {
    SearchControls controls = new SearchControls();
    controls.setReturningObjFlag(false); // finds ldap-injection (warning)
  }
}
