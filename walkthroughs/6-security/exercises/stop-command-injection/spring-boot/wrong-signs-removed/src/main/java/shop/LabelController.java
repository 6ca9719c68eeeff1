package shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class LabelController {
  @GetMapping(path = "/labels", produces = "text/plain;charset=UTF-8")
  String printLabel(@RequestParam String name) throws IOException, InterruptedException {
    boolean isWindows = System.getProperty("os.name").startsWith("Windows");
    String command = "java Label.java \"" + name.replaceAll("[;&|\"]", "") + "\"";
    ProcessBuilder builder =
        isWindows
            ? new ProcessBuilder("cmd", "/c", command)
            : new ProcessBuilder("sh", "-c", command);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR);
    }
    return output;
  }
}
