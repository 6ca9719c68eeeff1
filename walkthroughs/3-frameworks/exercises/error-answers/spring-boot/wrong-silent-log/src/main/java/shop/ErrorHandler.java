package shop;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers the errors that the routes throw. */
@RestControllerAdvice
public class ErrorHandler {
  @ExceptionHandler
  public ResponseEntity<Map<String, String>> mistake(Mistake mistake) {
    return error(mistake.status(), mistake.getMessage());
  }

  @ExceptionHandler
  public ResponseEntity<Map<String, String>> unknownAddress(NoResourceFoundException exception) {
    return error(HttpStatus.NOT_FOUND, "There is nothing at this address.");
  }

  @ExceptionHandler
  public ResponseEntity<Map<String, String>> unexpected(Exception exception) {
    return error(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong.");
  }

  private static ResponseEntity<Map<String, String>> error(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("error", message));
  }
}
