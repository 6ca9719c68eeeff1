import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController
class EscapeController {
  @GetMapping(value = "/hello", produces = "text/html")
  String hello(@RequestParam String name) {
    return "<h1>Hello, " + HtmlUtils.htmlEscape(name, "UTF-8") + "</h1>"; // finds cross-site-scripting
  }
}
