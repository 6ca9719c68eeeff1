import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

@RestController
public class SpringFetch {
  private final RestTemplate client = new RestTemplate();

  @GetMapping("/fetch")
  public String fetch(@RequestParam String url) {
    return client.getForObject(url, String.class); // finds server-side-request-forgery
  }
}
