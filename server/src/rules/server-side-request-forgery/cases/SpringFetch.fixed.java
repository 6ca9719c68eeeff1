import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import java.net.URI;
import java.util.Arrays;

@RestController
public class SpringFetch {
  private final RestTemplate client = new RestTemplate();

  @GetMapping("/fetch")
  public String fetch(@RequestParam String url) {
    if (!url.startsWith("http") || !Arrays.asList("api.example.com").contains(URI.create(url).getHost())) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This host is not allowed");
    }
    return client.getForObject(url, String.class); // finds server-side-request-forgery
  }
}
