import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

@Controller
public class Pages {
    @GetMapping("/done")
    public String done(@RequestParam String next) {
        if (!next.matches("^/([^/\\\\\\s].*)?$")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This address is not allowed");
        }
        return "redirect:" + next; // finds open-redirect
    }
}
