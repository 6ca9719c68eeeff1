package shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The provider, as the server asks it. */
@Component
class Provider {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper;
  private final String url;

  Provider(ObjectMapper mapper, @Value("${PROVIDER_URL}") String url) {
    this.mapper = mapper;
    this.url = url;
  }

  /** The token for a code. */
  String token(Map<String, String> form) throws IOException, InterruptedException {
    String body = query(form);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return send(request).path("access_token").asText();
  }

  /** The name of the person whose token it is. */
  String name(String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/userinfo"))
            .header("Authorization", "Bearer " + token)
            .build();
    return send(request).path("name").asText();
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return mapper.readTree(answer.body());
  }

  /** Names and values as an address or a form carries them. */
  static String query(Map<String, String> values) {
    UriComponentsBuilder builder = UriComponentsBuilder.newInstance();
    values.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
    return builder.encode().buildAndExpand(values).getQuery();
  }
}
