package shop;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebInputException;

/** A body without a query never reaches GraphQL: this answers in the same form. */
@RestControllerAdvice
public class EmptyQuery {
  @ExceptionHandler
  public ResponseEntity<Map<String, ?>> noQuery(ServerWebInputException exception) {
    var error = Map.of("message", "The body needs a query.");
    return ResponseEntity.badRequest().body(Map.of("errors", List.of(error)));
  }
}
