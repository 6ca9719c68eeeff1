import java.io.IOException;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Script extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
    try {
      engine.eval("settings." + request.getParameter("name")); // finds code-injection
    } catch (ScriptException problem) {
      response.setStatus(500);
    }
  }
}
