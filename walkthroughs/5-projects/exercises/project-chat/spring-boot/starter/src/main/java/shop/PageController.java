package shop;

import org.springframework.web.bind.annotation.RestController;

/** The page of the chat. */
@RestController
public class PageController {
  // TODO: answer GET / with the file chat.html, which lies in the folder of the project.
}
