import java.io.IOException;
import java.io.ObjectInputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.io.ObjectInputFilter;

public class Receive extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      ObjectInputStream in = new ObjectInputStream(request.getInputStream());
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("com.example.*;java.base/*;!*"));
      Object order = in.readObject(); // finds unsafe-deserialization
      response.setStatus(order == null ? 400 : 200);
    } catch (ClassNotFoundException problem) {
      response.setStatus(500);
    }
  }

  protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(request.getInputStream())) {
      Object order = in.readObject(); // finds unsafe-deserialization
      response.setStatus(order == null ? 400 : 200);
    } catch (ClassNotFoundException problem) {
      response.setStatus(500);
    }
  }
}
