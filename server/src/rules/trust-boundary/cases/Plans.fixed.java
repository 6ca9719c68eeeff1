import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.util.Arrays;

public class Plans extends HttpServlet {
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws java.io.IOException {
    String plan = request.getParameter("plan");
    if (!Arrays.asList("small", "large").contains(plan)) {
      response.sendError(400, "Unknown value");
      return;
    }
    request.getSession().setAttribute("plan", plan); // finds trust-boundary (warning)
    String size = request.getParameter("size");
    if (!Arrays.asList("small", "large").contains(size)) {
      response.sendError(400, "Unknown value");
      return;
    }
    request.getSession().setAttribute("size", size); // finds trust-boundary (warning)
  }
}
