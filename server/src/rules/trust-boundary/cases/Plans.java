import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Plans extends HttpServlet {
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws java.io.IOException {
    String plan = request.getParameter("plan");
    request.getSession().setAttribute("plan", plan); // finds trust-boundary (warning)
    request.getSession().setAttribute("size", request.getParameter("size")); // finds trust-boundary (warning)
  }
}
