import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
public class Pages {
    @GetMapping("/done")
    public String done(@RequestParam String next) {
        return "redirect:" + next; // finds open-redirect
    }
}
