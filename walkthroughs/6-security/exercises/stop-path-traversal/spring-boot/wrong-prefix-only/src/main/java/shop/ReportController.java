package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ReportController {
  private final Path folder = Path.of("reports").toAbsolutePath();

  @GetMapping(path = "/reports", produces = "text/plain;charset=UTF-8")
  String sendReport(@RequestParam String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.toString().startsWith(folder.toString())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    if (!Files.isRegularFile(file)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return Files.readString(file);
  }
}
