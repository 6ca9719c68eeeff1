import java.io.IOException;
import java.util.Locale;
import javax.servlet.http.*;
import org.owasp.encoder.Encode;

public class Formatted extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        StringBuilder built = new StringBuilder(request.getParameter("name"));
        String name = built.append("!").toString();
        Object[] values = {"a", Encode.forHtml(name)};
        response.getWriter().printf(Locale.US, "<p>%1$s and %2$s</p>", values); // finds cross-site-scripting (error)
    }
}
