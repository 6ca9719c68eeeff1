import javax.servlet.http.HttpServletRequest;
import org.springframework.ldap.core.AttributesMapper;
import org.springframework.ldap.core.LdapTemplate;

class Users {
  private LdapTemplate directory;

  Object find(HttpServletRequest request, AttributesMapper<String> mapper) {
    return directory.search("ou=users", "(uid=" + request.getParameter("name") + ")", mapper); // finds ldap-injection
  }
}
