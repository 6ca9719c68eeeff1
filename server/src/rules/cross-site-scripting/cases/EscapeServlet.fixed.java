import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

public class EscapeServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html");
    PrintWriter out = response.getWriter();
    String name = request.getParameter("name");
    out.println("<h1>Hello, " + Encode.forHtml(name) + "</h1>"); // finds cross-site-scripting
    out.write(Encode.forHtml(name).toCharArray()); // finds cross-site-scripting
    Object[] values = {"a", Encode.forHtml(name)};
    out.format("<p>%s %s</p>", values); // finds cross-site-scripting
    StringBuilder page = new StringBuilder("<p>");
    page.append(Encode.forHtml(name));
    out.print(page.toString()); // finds cross-site-scripting
  }
}
