import java.util.regex.Pattern;
import javax.servlet.http.*;

public class Names extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Pattern found = Pattern.compile("^" + request.getParameter("name")); // finds regex-injection (warning)
        log(String.valueOf(found.matcher("Ann").find()));
    }
}
