import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Fetch extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    URL url = new URL(request.getParameter("url"));
    URLConnection connection = url.openConnection(); // finds server-side-request-forgery
    response.getWriter().println(connection.getContentType());
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String host = request.getParameter("host");
    response.getOutputStream().write(new URL("https://" + host + "/data").openStream().readAllBytes()); // finds server-side-request-forgery
  }
}
