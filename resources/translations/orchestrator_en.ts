<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>AddPane</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s)</source>
        <translation>
            <numerusform>%Ln phone number</numerusform>
            <numerusform>%Ln phone numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account number(s)</source>
        <translation>
            <numerusform>%Ln account number</numerusform>
            <numerusform>%Ln account numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card number(s)</source>
        <translation>
            <numerusform>%Ln card number</numerusform>
            <numerusform>%Ln card numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message numerus="yes">
        <source>%n task(s) are removed for good, with their notes and results. It cannot be undone.</source>
        <translation>
            <numerusform>%Ln task is removed for good, with its notes and results. It cannot be undone.</numerusform>
            <numerusform>%Ln tasks are removed for good, with their notes and results. It cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BudgetPart</name>
    <message numerus="yes">
        <source>%1 today + %n unknown</source>
        <translation>
            <numerusform>%1 today + %Ln unknown</numerusform>
            <numerusform>%1 today + %Ln unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 today, %n requests</source>
        <translation>
            <numerusform>%1 today, %Ln request</numerusform>
            <numerusform>%1 today, %Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaptureQuestion</name>
    <message numerus="yes">
        <source>Add %n tasks</source>
        <translation>
            <numerusform>Add %Ln task</numerusform>
            <numerusform>Add %Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Content</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DelegatedPage</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPart</name>
    <message numerus="yes">
        <source>%n task(s) written to %1.</source>
        <translation>
            <numerusform>%Ln task written to %1.</numerusform>
            <numerusform>%Ln tasks written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message numerus="yes">
        <source>%n attached.</source>
        <translation>
            <numerusform>%Ln attached.</numerusform>
            <numerusform>%Ln attached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message numerus="yes">
        <source>Import %n task(s)</source>
        <translation>
            <numerusform>Import %Ln task</numerusform>
            <numerusform>Import %Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%Ln imported</numerusform>
            <numerusform>%Ln imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyAsk</name>
    <message numerus="yes">
        <source>%n others have keys that begin so: %1…</source>
        <translation>
            <numerusform>%Ln other has keys that begin so: %1…</numerusform>
            <numerusform>%Ln others have keys that begin so: %1…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateWatch</name>
    <message numerus="yes">
        <source>%n answer(s) are late.</source>
        <translation>
            <numerusform>%Ln answer is late.</numerusform>
            <numerusform>%Ln answers are late.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LevelsPart</name>
    <message numerus="yes">
        <source>Learnt from %n levels that you set</source>
        <translation>
            <numerusform>Learnt from %Ln level that you set</numerusform>
            <numerusform>Learnt from %Ln levels that you set</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n found</source>
        <translation>
            <numerusform>more than %Ln found</numerusform>
            <numerusform>more than %Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept %n days</source>
        <translation>
            <numerusform>kept %Ln day</numerusform>
            <numerusform>kept %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%Ln late</numerusform>
            <numerusform>%Ln late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message numerus="yes">
        <source>%n tasks done.</source>
        <translation>
            <numerusform>%Ln task done.</numerusform>
            <numerusform>%Ln tasks done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks dropped.</source>
        <translation>
            <numerusform>%Ln task dropped.</numerusform>
            <numerusform>%Ln tasks dropped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedsField</name>
    <message numerus="yes">
        <source>Blocked: %n to be done before</source>
        <translation>
            <numerusform>Blocked: %Ln to be done before</numerusform>
            <numerusform>Blocked: %Ln to be done before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleDelegate</name>
    <message numerus="yes">
        <source>%n task(s) out</source>
        <translation>
            <numerusform>%Ln task out</numerusform>
            <numerusform>%Ln tasks out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPart</name>
    <message numerus="yes">
        <source>%n replaced today; put back in the answer</source>
        <translation>
            <numerusform>%Ln replaced today; put back in the answer</numerusform>
            <numerusform>%Ln replaced today; put back in the answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message numerus="yes">
        <source>%n context item(s), %1</source>
        <translation>
            <numerusform>%Ln context item, %1</numerusform>
            <numerusform>%Ln context items, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different word(s), put back in the answer</source>
        <translation>
            <numerusform>%Ln different word, put back in the answer</numerusform>
            <numerusform>%Ln different words, put back in the answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProvidersDelegate</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Default for %n specialists</source>
        <translation>
            <numerusform>Default for %Ln specialist</numerusform>
            <numerusform>Default for %Ln specialists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message numerus="yes">
        <source>%n delegation(s) are under way.</source>
        <translation>
            <numerusform>%Ln delegation is under way.</numerusform>
            <numerusform>%Ln delegations are under way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es) on at %1, to be read at the next start.</source>
        <translation>
            <numerusform>%Ln goes on at %1, to be read at the next start.</numerusform>
            <numerusform>%Ln go on at %1, to be read at the next start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n word(s)</source>
        <translation>
            <numerusform>Measured: %Ln word</numerusform>
            <numerusform>Measured: %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repeating</name>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>every %Ln day</numerusform>
            <numerusform>every %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks</source>
        <translation>
            <numerusform>every %Ln week</numerusform>
            <numerusform>every %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>every %Ln month</numerusform>
            <numerusform>every %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>every %Ln year</numerusform>
            <numerusform>every %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentLog</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests written to %1.</source>
        <translation>
            <numerusform>%Ln request written to %1.</numerusform>
            <numerusform>%Ln requests written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message numerus="yes">
        <source>%n added.</source>
        <translation>
            <numerusform>%Ln added.</numerusform>
            <numerusform>%Ln added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharedPart</name>
    <message numerus="yes">
        <source>%n delegations</source>
        <translation>
            <numerusform>%Ln delegation</numerusform>
            <numerusform>%Ln delegations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n providers</source>
        <translation>
            <numerusform>%Ln provider</numerusform>
            <numerusform>%Ln providers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%Ln late</numerusform>
            <numerusform>%Ln late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n unknown</source>
        <translation>
            <numerusform>+ %Ln unknown</numerusform>
            <numerusform>+ %Ln unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskRows</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message numerus="yes">
        <source>%n file(s) attached.</source>
        <translation>
            <numerusform>%Ln file attached.</numerusform>
            <numerusform>%Ln files attached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksView</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Thinking</name>
    <message numerus="yes">
        <source>Thinking, %Ln word(s)</source>
        <translation>
            <numerusform>Thinking, %Ln word</numerusform>
            <numerusform>Thinking, %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tries</name>
    <message numerus="yes">
        <source>%Ln try(ies)</source>
        <translation>
            <numerusform>%Ln try</numerusform>
            <numerusform>%Ln tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message numerus="yes">
        <source>%n specialist(s)</source>
        <translation>
            <numerusform>%Ln specialist</numerusform>
            <numerusform>%Ln specialists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved filter(s)</source>
        <translation>
            <numerusform>%Ln saved filter</numerusform>
            <numerusform>%Ln saved filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reflection(s)</source>
        <translation>
            <numerusform>%Ln reflection</numerusform>
            <numerusform>%Ln reflections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message numerus="yes">
        <source>Back online. %n delegation(s) are leaving.</source>
        <translation>
            <numerusform>Back online. %Ln delegation is leaving.</numerusform>
            <numerusform>Back online. %Ln delegations are leaving.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A budget is spent: %n delegation(s) wait for you.</source>
        <translation>
            <numerusform>A budget is spent: %Ln delegation waits for you.</numerusform>
            <numerusform>A budget is spent: %Ln delegations wait for you.</numerusform>
        </translation>
    </message>
</context>
</TS>
