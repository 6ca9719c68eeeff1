package shop;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PageController {
  record Entry(String name, String text) {}

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  PageController() {
    entries.add(new Entry("Ada", "A friendly place."));
  }

  private static String escape(String text) {
    return text.replace("<script>", "").replace("</script>", "");
  }

  private static String entryHtml(Entry entry) {
    return "<li><b>" + escape(entry.name()) + "</b> wrote: " + escape(entry.text()) + "</li>";
  }

  private static String pageHtml(List<Entry> shown, String q) {
    String items = shown.stream().map(PageController::entryHtml).collect(Collectors.joining("\n"));
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Guest book</title></head>
        <body>
        <h1>Guest book</h1>
        <form action="/"><input name="q" value="%s"> <button>Search</button></form>
        <ul>%s</ul>
        <form action="/entries" method="post">
        <label>Name <input name="name"></label>
        <label>Text <input name="text"></label>
        <button>Send</button>
        </form>
        </body>
        </html>
        """.formatted(escape(q), items);
  }

  @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
  String showEntries(@RequestParam(defaultValue = "") String q) {
    List<Entry> shown = entries.stream().filter(entry -> entry.text().contains(q)).toList();
    return pageHtml(shown, q);
  }

  @PostMapping("/entries")
  ResponseEntity<Void> addEntry(@RequestParam String name, @RequestParam String text) {
    entries.add(new Entry(name, text));
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/")).build();
  }
}
