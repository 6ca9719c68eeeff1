package shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class PreviewController {
  private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final List<String> partners;

  PreviewController(@Value("${PARTNERS:}") List<String> partners) {
    this.partners = partners;
  }

  private boolean isPartner(String url) {
    return partners.stream().anyMatch(url::contains);
  }

  @GetMapping("/preview")
  Map<String, String> preview(@RequestParam String url) throws InterruptedException {
    if (!isPartner(url)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new ResponseStatusException(HttpStatus.BAD_GATEWAY);
      }
      Matcher title = TITLE.matcher(answer.body());
      return Map.of("title", title.find() ? title.group(1) : "");
    } catch (IOException | IllegalArgumentException error) {
      throw new ResponseStatusException(HttpStatus.BAD_GATEWAY);
    }
  }
}
