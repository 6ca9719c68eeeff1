import javax.servlet.http.*;
import java.io.IOException;

public class Helper extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String url = req.getParameter("urlRedirect");
        go(resp, url);
    }

    private void go(HttpServletResponse resp, String url) throws IOException {
        if (url != null) {
            if (!url.matches("^/([^/\\\\\\s].*)?$")) {
                resp.sendError(400, "This address is not allowed");
                return;
            }
            resp.sendRedirect(url); // finds open-redirect
        }
    }
}
