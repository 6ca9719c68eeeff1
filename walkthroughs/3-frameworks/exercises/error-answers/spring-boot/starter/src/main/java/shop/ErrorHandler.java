package shop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers the errors that the routes throw. */
@RestControllerAdvice
public class ErrorHandler {
  private static final Logger log = LoggerFactory.getLogger(ErrorHandler.class);

  // TODO: one method with @ExceptionHandler for each kind of error: Mistake, an address that does
  // not exist (NoResourceFoundException), and everything else. Unexpected errors go into the log.
}
