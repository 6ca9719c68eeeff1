import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Commands extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String host = request.getParameter("host");
    Process p = Runtime.getRuntime().exec("ping -c 2 " + host); // finds command-injection
    new ProcessBuilder("sh", "-c", "ping -c 2 " + host).start(); // finds command-injection
    new ProcessBuilder("bash", "-c", "ping -c 2 " + host + " | tail -1").start(); // finds command-injection
    Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "ls " + host}); // finds command-injection
    String cmd = "nslookup " + host;
    Runtime.getRuntime().exec(cmd); // finds command-injection
    new ProcessBuilder(Arrays.asList("cmd.exe", "/c", "dir " + host)).start(); // finds command-injection
    Runtime.getRuntime().exec(request.getParameter("command")); // finds command-injection
  }
}
