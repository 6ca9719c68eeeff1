import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Download extends HttpServlet {
  private static final String DIR = "/srv/files/";

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    java.io.File file = new java.io.File(DIR + name);
    FileInputStream in = new FileInputStream(file); // finds path-traversal
    response.getOutputStream().write(Files.readAllBytes(Paths.get("/srv", name))); // finds path-traversal
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Path path = Path.of("/srv").resolve(request.getParameter("name"));
    Files.delete(path); // finds path-traversal
    String bar = null;
    bar = request.getHeader("x");
    String fileName = null;
    FileInputStream fis = null;
    try {
      fileName = DIR + bar;
      fis = new FileInputStream(new java.io.File(fileName)); // finds path-traversal
    } finally {
    }
  }
}
