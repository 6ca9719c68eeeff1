import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Commands extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String host = request.getParameter("host");
    Process p = Runtime.getRuntime().exec(new String[] {"ping", "-c", "2", host}); // finds command-injection
    new ProcessBuilder("ping", "-c", "2", host).start(); // finds command-injection
    new ProcessBuilder("bash", "-c", "ping -c 2 \"$1\" | tail -1", "sh", host).start(); // finds command-injection
    Runtime.getRuntime().exec(new String[] {"ls", "--", host}); // finds command-injection
    Runtime.getRuntime().exec(new String[] {"nslookup", host}); // finds command-injection
    if (!host.matches("\\w[\\w-]*")) {
      response.sendError(400, "Not a plain word");
      return;
    }
    new ProcessBuilder(Arrays.asList("cmd.exe", "/c", "dir " + host)).start(); // finds command-injection
    String givenCommand = request.getParameter("command");
    if (!Arrays.asList("status", "version").contains(givenCommand)) {
      response.sendError(400, "Unknown command");
      return;
    }
    Runtime.getRuntime().exec(givenCommand); // finds command-injection
  }
}
