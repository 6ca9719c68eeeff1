import java.io.IOException;
import javax.servlet.http.*;

public class Load extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            load();
        } catch (IllegalStateException e) {
            getServletContext().log("Something went wrong", e);
            response.getWriter().println("Something went wrong"); // finds error-details-exposed (hint)
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            load();
        } catch (IllegalStateException e) {
            getServletContext().log("Something went wrong", e);
            response.getWriter().println("Something went wrong"); // finds error-details-exposed (hint)
        }
    }
}
