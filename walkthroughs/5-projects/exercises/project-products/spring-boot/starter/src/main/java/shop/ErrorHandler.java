package shop;

import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers wrong parameters with their names. */
@RestControllerAdvice
public class ErrorHandler {
  // TODO: a method with @ExceptionHandler for MethodArgumentTypeMismatchException, such as
  // minPrice=cheap, and one for HandlerMethodValidationException, such as page=0.
}
