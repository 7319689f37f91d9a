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
    <name>ListColumn</name>
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
