import javax.servlet.http.HttpServletRequest;
import org.springframework.ldap.core.AttributesMapper;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.support.LdapEncoder;

class Users {
  private LdapTemplate directory;

  Object find(HttpServletRequest request, AttributesMapper<String> mapper) {
    return directory.search("ou=users", "(uid=" + LdapEncoder.filterEncode(request.getParameter("name")) + ")", mapper); // finds ldap-injection
  }
}
