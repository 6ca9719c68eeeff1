import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;

public class Fetch extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String givenUrl = request.getParameter("url");
    if (!givenUrl.startsWith("http") || !Arrays.asList("api.example.com").contains(URI.create(givenUrl).getHost())) {
      response.sendError(400, "This host is not allowed");
      return;
    }
    URL url = new URL(givenUrl);
    URLConnection connection = url.openConnection(); // finds server-side-request-forgery
    response.getWriter().println(connection.getContentType());
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String host = request.getParameter("host");
    if (!Arrays.asList("api.example.com").contains(host)) {
      response.sendError(400, "This host is not allowed");
      return;
    }
    response.getOutputStream().write(new URL("https://" + host + "/data").openStream().readAllBytes()); // finds server-side-request-forgery
  }
}
