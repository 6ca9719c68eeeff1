package shop;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page of the chat. */
@RestController
public class PageController {
  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  public Resource page() {
    return new FileSystemResource("chat.html");
  }
}
