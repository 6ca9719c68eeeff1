import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Load extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      Class<?> type = Class.forName(request.getParameter("type")); // finds unsafe-reflection (warning)
      response.setStatus(type.isInterface() ? 200 : 400);
    } catch (ClassNotFoundException problem) {
      response.setStatus(500);
    }
  }
}
