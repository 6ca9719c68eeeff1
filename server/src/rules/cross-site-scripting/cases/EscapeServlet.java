import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class EscapeServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html");
    PrintWriter out = response.getWriter();
    String name = request.getParameter("name");
    out.println("<h1>Hello, " + name + "</h1>"); // finds cross-site-scripting
    out.write(name.toCharArray()); // finds cross-site-scripting
    Object[] values = {"a", name};
    out.format("<p>%s %s</p>", values); // finds cross-site-scripting
    StringBuilder page = new StringBuilder("<p>");
    page.append(name);
    out.print(page.toString()); // finds cross-site-scripting
  }
}
