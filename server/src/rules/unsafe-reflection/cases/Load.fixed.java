import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.util.Arrays;

public class Load extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      String givenType = request.getParameter("type");
      if (!Arrays.asList("Report", "Invoice").contains(givenType)) {
        response.sendError(400, "Unknown name");
        return;
      }
      Class<?> type = Class.forName(givenType); // finds unsafe-reflection (warning)
      response.setStatus(type.isInterface() ? 200 : 400);
    } catch (ClassNotFoundException problem) {
      response.setStatus(500);
    }
  }
}
