import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Login extends HttpServlet {
  private Users users;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    User user = users.check(request.getParameter("name"), request.getParameter("word"));
    request.getSession().setAttribute("user", user); // finds session-fixation (warning)
    request.changeSessionId();
  }
}
