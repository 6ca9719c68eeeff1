package shop;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers wrong parameters with their names. */
@RestControllerAdvice
public class ErrorHandler {
  /** Such as minPrice=cheap. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  public Map<String, String> wrongType(MethodArgumentTypeMismatchException mistake) {
    return Map.of("error", mistake.getName() + " must be a whole number.");
  }

  /** Such as page=0. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  public Map<String, String> outOfRange(HandlerMethodValidationException mistake) {
    String problems =
        mistake.getParameterValidationResults().stream()
            .map(ErrorHandler::describe)
            .collect(Collectors.joining(", "));
    return Map.of("error", problems);
  }

  private static String describe(ParameterValidationResult result) {
    String name = result.getMethodParameter().getParameterName();
    return name + " " + result.getResolvableErrors().get(0).getDefaultMessage();
  }
}
