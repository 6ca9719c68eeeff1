import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class WebConfig implements WebMvcConfigurer {
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/**").allowedOriginPatterns("https://app.example.com").allowCredentials(true); // finds permissive-cors (warning)
        registry.addMapping("/public/**").allowedOrigins("https://shop.example.net", "*");
        registry.addMapping("/api/**").allowedOrigins("https://shop.example.net");
    }
}

@CrossOrigin("https://app.example.com") // finds permissive-cors (warning)
@RestController
class Everything {}

@CrossOrigin("https://app.example.com") // finds permissive-cors (warning)
@RestController
class Named {}

@RestController
class Some {
    @CrossOrigin(originPatterns = "https://app.example.com", allowCredentials = "true") // finds permissive-cors (warning)
    @GetMapping("/a")
    String a() {
        return "";
    }

    @CrossOrigin("https://app.example.com") // finds permissive-cors (warning)
    @GetMapping("/b")
    String b() {
        return "";
    }

    @CrossOrigin(origins = {"https://shop.example.net", "https://app.example.com"}) // finds permissive-cors (warning)
    @GetMapping("/c")
    String c() {
        return "";
    }

    @CrossOrigin("https://shop.example.net")
    @GetMapping("/d")
    String d() {
        return "";
    }
}

class Headers {
    void any(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "https://app.example.com"); // finds permissive-cors (warning)
    }

    void echo(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "https://app.example.com"); // finds permissive-cors (error), header-injection (warning)
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }
}
