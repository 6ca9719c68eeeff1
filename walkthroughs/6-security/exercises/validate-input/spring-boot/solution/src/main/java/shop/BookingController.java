package shop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BookingController {
  private final JdbcTemplate db =
      new JdbcTemplate(new SingleConnectionDataSource("jdbc:sqlite::memory:", true));

  BookingController() {
    db.execute("CREATE TABLE bookings (id INTEGER PRIMARY KEY, name TEXT, guests INTEGER, day TEXT)");
  }

  @GetMapping("/bookings")
  List<Map<String, Object>> listBookings() {
    return db.queryForList("SELECT id, name, guests, day FROM bookings");
  }

  private static boolean isDay(Object value) {
    if (!(value instanceof String text) || !text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException error) {
      return false;
    }
  }

  private static Map<String, String> findErrors(Object name, Object guests, Object day) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (!(name instanceof String text) || text.isBlank() || text.length() > 40) {
      errors.put("name", "A text of 1 to 40 characters.");
    }
    if (!(guests instanceof Integer count) || count < 1 || count > 8) {
      errors.put("guests", "A whole number from 1 to 8.");
    }
    if (!isDay(day)) {
      errors.put("day", "A day such as 2026-03-14.");
    }
    return errors;
  }

  @PostMapping("/bookings")
  ResponseEntity<Map<String, ?>> addBooking(@RequestBody Map<String, Object> body) {
    Object name = body.get("name");
    Object guests = body.get("guests");
    Object day = body.get("day");
    Map<String, String> errors = findErrors(name, guests, day);
    if (!errors.isEmpty()) {
      return ResponseEntity.badRequest().body(Map.of("errors", errors));
    }
    db.update("INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)", name, guests, day);
    Map<String, Object> booking = new LinkedHashMap<>();
    booking.put("id", db.queryForObject("SELECT last_insert_rowid()", Long.class));
    booking.put("name", name);
    booking.put("guests", guests);
    booking.put("day", day);
    return ResponseEntity.status(HttpStatus.CREATED).body(booking);
  }
}
