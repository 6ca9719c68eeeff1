<?php
use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;
class C extends Controller {
    public function index(Request $request) {
        $name = $request->input('name');
        DB::select("SELECT * FROM orders WHERE name = '$name'"); // finds sql-injection
        DB::select(DB::raw("SELECT * FROM orders WHERE name = '$name'")); // finds sql-injection, sql-injection
        DB::statement("UPDATE orders SET name = '$name' WHERE id = ?", [1]); // finds sql-injection
        DB::table('x')->whereRaw("name = '" . $name . "'")->get(); // finds sql-injection
        DB::table('x')->whereRaw("name = '" . $name . "' and b = ?", [2])->get(); // finds sql-injection
        DB::table('x')->where(DB::raw("name = '$name'"))->get(); // finds sql-injection, sql-injection
        DB::select("SELECT * FROM orders WHERE id IN (" . implode(',', $request->input('ids')) . ")"); // finds sql-injection
        DB::unprepared("DELETE FROM orders WHERE id = " . $name); // finds sql-injection
    }
}
function d(Doctrine\ORM\EntityManagerInterface $em, Doctrine\DBAL\Connection $c) {
    $q = $em->createQuery("SELECT u FROM User u WHERE u.name = '" . $_GET['u'] . "'"); // finds sql-injection
    $c->executeQuery("SELECT * FROM u WHERE a = '" . $_GET['u'] . "'"); // finds sql-injection
    $c->query("SELECT * FROM u WHERE a = '" . $_GET['u'] . "'"); // finds sql-injection
    $c->fetchAllAssociative("SELECT * FROM u WHERE b = :b AND a = '" . $_GET['u'] . "'", ['b' => 1]); // finds sql-injection
    $sql = "SELECT * FROM u WHERE a = '" . $_GET['u'] . "'";
    $st = $c->prepare($sql); // finds sql-injection
    $st->execute();
    $em->createQueryBuilder()->select('u')->from('User', 'u')->where("u.name = '" . $_GET['u'] . "'")->getQuery(); // finds sql-injection
}
