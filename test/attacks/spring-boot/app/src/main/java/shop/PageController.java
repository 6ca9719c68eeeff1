package shop;

import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class PageController {
  private final Products products;

  public PageController(Products products) {
    this.products = products;
  }

  @GetMapping("/products")
  public List<Product> products(@RequestParam(defaultValue = "") String search) {
    return products.search(search);
  }

  @GetMapping(value = "/hello", produces = "text/html;charset=UTF-8")
  public String hello(@RequestParam(defaultValue = "you") String name) {
    return "<!doctype html><h1>Hello, " + name + "</h1>";
  }

  @GetMapping(value = "/count", produces = "text/plain")
  public String count(@RequestParam String file) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "wc -c " + file);
    builder.directory(new File(System.getenv("FILES")));
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @GetMapping(value = "/files", produces = "text/plain")
  public String file(@RequestParam String name) throws IOException {
    return Files.readString(Path.of(System.getenv("FILES"), name));
  }

  @GetMapping("/go")
  public void go(@RequestParam String to, HttpServletResponse response) throws IOException {
    response.sendRedirect(to);
  }

  @GetMapping(value = "/preview", produces = "text/plain")
  public String preview(@RequestParam String url) throws IOException {
    try (var page = new URL(url).openStream()) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
