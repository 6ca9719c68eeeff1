import javax.servlet.http.*;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Search extends HttpServlet {
    private static final Logger log = LoggerFactory.getLogger(Search.class);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String term = request.getParameter("q");
        log.info("search for " + String.valueOf(term).replaceAll("[\r\n]", " ")); // finds log-injection (hint)
        log.info("search for {}", String.valueOf(term).replaceAll("[\r\n]", " ")); // finds log-injection (hint)
    }
}
