package shop;

import org.springframework.http.HttpStatus;

/** A mistake of the one who asks: its message is for people, and can be answered as it is. */
public class Mistake extends RuntimeException {
  private final HttpStatus status;

  public Mistake(HttpStatus status, String message) {
    super(message);
    this.status = status;
  }

  public HttpStatus status() {
    return status;
  }
}
