import Gettext
import Testing

/// What is published of who decides names nobody.
@Suite struct ReviewerTests {
    @Test(arguments: [
        "A.B.", "A.B", "AB", "ABCD", "A. B.", "mediatrice A.B.", "mediatrice culturale A.B.C.", "mediatore AB", "م.ع.",
        "م. ع.", "ক.খ.", "王.明.", "А.Б.", "Ñ.Ó.", "counsellor A.B.",
    ])
    func initialsAreTaken(text: String) { #expect(isRoleWithInitials(text)) }

    @Test(arguments: [
        "Nome Cognome", "nome cognome", "Anna B.", "Anna", "mediatrice", "mediatrice Anna B.", "A.", "A", "A.B.C.D.E.",
        "ABCDE", "A.Bianchi", "Mediatrice A.B.", "محمد علي", "وسيطة م.ع.", "王明", "王小明", "আনিসা খান", "Иван", "a.b.", "",
        " ",
        "A1", "1.2.", "a@b.it", "...",
    ])
    func namesAreNot(text: String) { #expect(!isRoleWithInitials(text)) }
}
