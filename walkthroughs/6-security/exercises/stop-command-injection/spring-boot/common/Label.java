/** Prints a name in a frame: java Label.java NAME */
class Label {
  public static void main(String[] args) {
    String name = args.length > 0 ? args[0] : "";
    String line = "+" + "-".repeat(name.length() + 2) + "+";
    System.out.println(line + "\n| " + name + " |\n" + line);
  }
}
