import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Login extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        if (!next.matches("^/([^/\\\\\\s].*)?$")) {
            response.sendError(400, "This address is not allowed");
            return;
        }
        response.sendRedirect(next); // finds open-redirect
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String url = request.getParameter("url");
        if (!url.matches("^/([^/\\\\\\s].*)?$")) {
            response.sendError(400, "This address is not allowed");
            return;
        }
        response.sendRedirect(url); // finds open-redirect
    }
}
