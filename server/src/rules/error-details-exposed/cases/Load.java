import java.io.IOException;
import javax.servlet.http.*;

public class Load extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            load();
        } catch (IllegalStateException e) {
            e.printStackTrace(response.getWriter()); // finds error-details-exposed (hint)
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            load();
        } catch (IllegalStateException e) {
            response.getWriter().println("Failed: " + e.getMessage()); // finds error-details-exposed (hint)
        }
    }
}
