# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'office_rules_section.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QCheckBox, QHBoxLayout, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import (FigureField, LineField)
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.fields.text_area import TextArea
class Ui_OfficeRulesSection(object):
    def setupUi(self, OfficeRulesSection):
        if not OfficeRulesSection.objectName():
            OfficeRulesSection.setObjectName(u"OfficeRulesSection")
        OfficeRulesSection.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(OfficeRulesSection)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.quorumField = Field(OfficeRulesSection)
        self.quorumField.setObjectName(u"quorumField")
        self.quorumColumn = QVBoxLayout(self.quorumField)
        self.quorumColumn.setSpacing(0)
        self.quorumColumn.setObjectName(u"quorumColumn")
        self.quorumColumn.setContentsMargins(0, 0, 0, 0)
        self.quorum = SegmentedSwitch(self.quorumField)
        self.quorum.setObjectName(u"quorum")

        self.quorumColumn.addWidget(self.quorum)


        self.column.addWidget(self.quorumField)

        self.videoCounts = QCheckBox(OfficeRulesSection)
        self.videoCounts.setObjectName(u"videoCounts")

        self.column.addWidget(self.videoCounts)

        self.patternField = Field(OfficeRulesSection)
        self.patternField.setObjectName(u"patternField")
        self.patternColumn = QVBoxLayout(self.patternField)
        self.patternColumn.setSpacing(0)
        self.patternColumn.setObjectName(u"patternColumn")
        self.patternColumn.setContentsMargins(0, 0, 0, 0)
        self.pattern = LineField(self.patternField)
        self.pattern.setObjectName(u"pattern")

        self.patternColumn.addWidget(self.pattern)


        self.column.addWidget(self.patternField)

        self.tokens = QHBoxLayout()
        self.tokens.setSpacing(8)
        self.tokens.setObjectName(u"tokens")
        self.tokens.setContentsMargins(0, 0, 0, 0)
        self.tokensLabel = TextLabel(OfficeRulesSection)
        self.tokensLabel.setObjectName(u"tokensLabel")

        self.tokens.addWidget(self.tokensLabel)

        self.tokenYear = Button(OfficeRulesSection)
        self.tokenYear.setObjectName(u"tokenYear")
        self.tokenYear.setProperty(u"kind", u"outlined")
        self.tokenYear.setProperty(u"icon_name", u"plus")
        self.tokenYear.setProperty(u"compact", True)

        self.tokens.addWidget(self.tokenYear)

        self.tokenMeeting = Button(OfficeRulesSection)
        self.tokenMeeting.setObjectName(u"tokenMeeting")
        self.tokenMeeting.setProperty(u"kind", u"outlined")
        self.tokenMeeting.setProperty(u"icon_name", u"plus")
        self.tokenMeeting.setProperty(u"compact", True)

        self.tokens.addWidget(self.tokenMeeting)

        self.tokenRow = Button(OfficeRulesSection)
        self.tokenRow.setObjectName(u"tokenRow")
        self.tokenRow.setProperty(u"kind", u"outlined")
        self.tokenRow.setProperty(u"icon_name", u"plus")
        self.tokenRow.setProperty(u"compact", True)

        self.tokens.addWidget(self.tokenRow)

        self.tokenAxis = Button(OfficeRulesSection)
        self.tokenAxis.setObjectName(u"tokenAxis")
        self.tokenAxis.setProperty(u"kind", u"outlined")
        self.tokenAxis.setProperty(u"icon_name", u"plus")
        self.tokenAxis.setProperty(u"compact", True)

        self.tokens.addWidget(self.tokenAxis)

        self.tokenSerial = Button(OfficeRulesSection)
        self.tokenSerial.setObjectName(u"tokenSerial")
        self.tokenSerial.setProperty(u"kind", u"outlined")
        self.tokenSerial.setProperty(u"icon_name", u"plus")
        self.tokenSerial.setProperty(u"compact", True)

        self.tokens.addWidget(self.tokenSerial)

        self.tokensGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tokens.addItem(self.tokensGap)


        self.column.addLayout(self.tokens)

        self.outgoingPatternField = Field(OfficeRulesSection)
        self.outgoingPatternField.setObjectName(u"outgoingPatternField")
        self.outgoingPatternColumn = QVBoxLayout(self.outgoingPatternField)
        self.outgoingPatternColumn.setSpacing(0)
        self.outgoingPatternColumn.setObjectName(u"outgoingPatternColumn")
        self.outgoingPatternColumn.setContentsMargins(0, 0, 0, 0)
        self.outgoingPattern = LineField(self.outgoingPatternField)
        self.outgoingPattern.setObjectName(u"outgoingPattern")

        self.outgoingPatternColumn.addWidget(self.outgoingPattern)


        self.column.addWidget(self.outgoingPatternField)

        self.weekendField = Field(OfficeRulesSection)
        self.weekendField.setObjectName(u"weekendField")
        self.weekendColumn = QVBoxLayout(self.weekendField)
        self.weekendColumn.setSpacing(0)
        self.weekendColumn.setObjectName(u"weekendColumn")
        self.weekendColumn.setContentsMargins(0, 0, 0, 0)
        self.weekend = QWidget(self.weekendField)
        self.weekend.setObjectName(u"weekend")
        self.weekendDays = QVBoxLayout(self.weekend)
        self.weekendDays.setSpacing(0)
        self.weekendDays.setObjectName(u"weekendDays")
        self.weekendDays.setContentsMargins(0, 0, 0, 0)
        self.saturday = QCheckBox(self.weekend)
        self.saturday.setObjectName(u"saturday")

        self.weekendDays.addWidget(self.saturday)

        self.sunday = QCheckBox(self.weekend)
        self.sunday.setObjectName(u"sunday")

        self.weekendDays.addWidget(self.sunday)

        self.monday = QCheckBox(self.weekend)
        self.monday.setObjectName(u"monday")

        self.weekendDays.addWidget(self.monday)

        self.tuesday = QCheckBox(self.weekend)
        self.tuesday.setObjectName(u"tuesday")

        self.weekendDays.addWidget(self.tuesday)

        self.wednesday = QCheckBox(self.weekend)
        self.wednesday.setObjectName(u"wednesday")

        self.weekendDays.addWidget(self.wednesday)

        self.thursday = QCheckBox(self.weekend)
        self.thursday.setObjectName(u"thursday")

        self.weekendDays.addWidget(self.thursday)

        self.friday = QCheckBox(self.weekend)
        self.friday.setObjectName(u"friday")

        self.weekendDays.addWidget(self.friday)


        self.weekendColumn.addWidget(self.weekend)


        self.column.addWidget(self.weekendField)

        self.hoursLine = QHBoxLayout()
        self.hoursLine.setSpacing(16)
        self.hoursLine.setObjectName(u"hoursLine")
        self.hoursLine.setContentsMargins(0, 0, 0, 0)
        self.opensAtField = Field(OfficeRulesSection)
        self.opensAtField.setObjectName(u"opensAtField")
        self.opensAtColumn = QVBoxLayout(self.opensAtField)
        self.opensAtColumn.setSpacing(0)
        self.opensAtColumn.setObjectName(u"opensAtColumn")
        self.opensAtColumn.setContentsMargins(0, 0, 0, 0)
        self.opensAt = TimeEdit(self.opensAtField)
        self.opensAt.setObjectName(u"opensAt")

        self.opensAtColumn.addWidget(self.opensAt)


        self.hoursLine.addWidget(self.opensAtField)

        self.closesAtField = Field(OfficeRulesSection)
        self.closesAtField.setObjectName(u"closesAtField")
        self.closesAtColumn = QVBoxLayout(self.closesAtField)
        self.closesAtColumn.setSpacing(0)
        self.closesAtColumn.setObjectName(u"closesAtColumn")
        self.closesAtColumn.setContentsMargins(0, 0, 0, 0)
        self.closesAt = TimeEdit(self.closesAtField)
        self.closesAt.setObjectName(u"closesAt")

        self.closesAtColumn.addWidget(self.closesAt)


        self.hoursLine.addWidget(self.closesAtField)

        self.originalsField = Field(OfficeRulesSection)
        self.originalsField.setObjectName(u"originalsField")
        self.originalsColumn = QVBoxLayout(self.originalsField)
        self.originalsColumn.setSpacing(0)
        self.originalsColumn.setObjectName(u"originalsColumn")
        self.originalsColumn.setContentsMargins(0, 0, 0, 0)
        self.originals = FigureField(self.originalsField)
        self.originals.setObjectName(u"originals")

        self.originalsColumn.addWidget(self.originals)


        self.hoursLine.addWidget(self.originalsField)


        self.column.addLayout(self.hoursLine)

        self.keptAtField = Field(OfficeRulesSection)
        self.keptAtField.setObjectName(u"keptAtField")
        self.keptAtColumn = QVBoxLayout(self.keptAtField)
        self.keptAtColumn.setSpacing(0)
        self.keptAtColumn.setObjectName(u"keptAtColumn")
        self.keptAtColumn.setContentsMargins(0, 0, 0, 0)
        self.keptAt = LineField(self.keptAtField)
        self.keptAt.setObjectName(u"keptAt")

        self.keptAtColumn.addWidget(self.keptAt)


        self.column.addWidget(self.keptAtField)

        self.closingField = Field(OfficeRulesSection)
        self.closingField.setObjectName(u"closingField")
        self.closingColumn = QVBoxLayout(self.closingField)
        self.closingColumn.setSpacing(0)
        self.closingColumn.setObjectName(u"closingColumn")
        self.closingColumn.setContentsMargins(0, 0, 0, 0)
        self.closing = TextArea(self.closingField)
        self.closing.setObjectName(u"closing")

        self.closingColumn.addWidget(self.closing)


        self.column.addWidget(self.closingField)

        self.operatorField = Field(OfficeRulesSection)
        self.operatorField.setObjectName(u"operatorField")
        self.operatorColumn = QVBoxLayout(self.operatorField)
        self.operatorColumn.setSpacing(0)
        self.operatorColumn.setObjectName(u"operatorColumn")
        self.operatorColumn.setContentsMargins(0, 0, 0, 0)
        self.operator = LineField(self.operatorField)
        self.operator.setObjectName(u"operator")

        self.operatorColumn.addWidget(self.operator)


        self.column.addWidget(self.operatorField)


        self.retranslateUi(OfficeRulesSection)
    # setupUi

    def retranslateUi(self, OfficeRulesSection):
        self.quorumField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u062d\u062f \u0646\u0635\u0627\u0628 \u062c\u0644\u0633\u0647", None))
        self.videoCounts.setText(QCoreApplication.translate("OfficeRulesSection", u"\u062d\u0636\u0648\u0631 \u0628\u0627 \u0648\u06cc\u062f\u0626\u0648\u06a9\u0646\u0641\u0631\u0627\u0646\u0633 \u062f\u0631 \u062d\u062f \u0646\u0635\u0627\u0628 \u0634\u0645\u0631\u062f\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f", None))
#if QT_CONFIG(accessibility)
        self.videoCounts.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u062d\u0636\u0648\u0631 \u0628\u0627 \u0648\u06cc\u062f\u0626\u0648\u06a9\u0646\u0641\u0631\u0627\u0646\u0633 \u062f\u0631 \u062d\u062f \u0646\u0635\u0627\u0628 \u0634\u0645\u0631\u062f\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f", None))
#endif // QT_CONFIG(accessibility)
        self.patternField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u0627\u0644\u06af\u0648\u06cc \u0634\u0645\u0627\u0631\u0647\u0654 \u0645\u0635\u0648\u0628\u0647", None))
        self.tokensLabel.setText(QCoreApplication.translate("OfficeRulesSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0628\u0647 \u0627\u0644\u06af\u0648:", None))
        self.tokenYear.setText(QCoreApplication.translate("OfficeRulesSection", u"\u0633\u0627\u0644", None))
#if QT_CONFIG(accessibility)
        self.tokenYear.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0633\u0627\u0644 \u0628\u0647 \u0627\u0644\u06af\u0648", None))
#endif // QT_CONFIG(accessibility)
        self.tokenMeeting.setText(QCoreApplication.translate("OfficeRulesSection", u"\u062c\u0644\u0633\u0647", None))
#if QT_CONFIG(accessibility)
        self.tokenMeeting.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u062c\u0644\u0633\u0647 \u0628\u0647 \u0627\u0644\u06af\u0648", None))
#endif // QT_CONFIG(accessibility)
        self.tokenRow.setText(QCoreApplication.translate("OfficeRulesSection", u"\u0631\u062f\u06cc\u0641", None))
#if QT_CONFIG(accessibility)
        self.tokenRow.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0631\u062f\u06cc\u0641 \u0628\u0647 \u0627\u0644\u06af\u0648", None))
#endif // QT_CONFIG(accessibility)
        self.tokenAxis.setText(QCoreApplication.translate("OfficeRulesSection", u"\u0645\u062d\u0648\u0631", None))
#if QT_CONFIG(accessibility)
        self.tokenAxis.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0645\u062d\u0648\u0631 \u0628\u0647 \u0627\u0644\u06af\u0648", None))
#endif // QT_CONFIG(accessibility)
        self.tokenSerial.setText(QCoreApplication.translate("OfficeRulesSection", u"\u0633\u0631\u06cc\u0627\u0644", None))
#if QT_CONFIG(accessibility)
        self.tokenSerial.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0633\u0631\u06cc\u0627\u0644 \u0628\u0647 \u0627\u0644\u06af\u0648", None))
#endif // QT_CONFIG(accessibility)
        self.outgoingPatternField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u0627\u0644\u06af\u0648\u06cc \u0634\u0645\u0627\u0631\u0647\u0654 \u0646\u0627\u0645\u0647\u200c\u0647\u0627\u06cc \u0635\u0627\u062f\u0631\u0647", None))
        self.weekendField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u0631\u0648\u0632\u0647\u0627\u06cc \u062a\u0639\u0637\u06cc\u0644 \u0647\u0641\u062a\u0647", None))
#if QT_CONFIG(accessibility)
        self.weekend.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0631\u0648\u0632\u0647\u0627\u06cc \u062a\u0639\u0637\u06cc\u0644 \u0647\u0641\u062a\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.saturday.setText(QCoreApplication.translate("OfficeRulesSection", u"\u0634\u0646\u0628\u0647", None))
#if QT_CONFIG(accessibility)
        self.saturday.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0634\u0646\u0628\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.sunday.setText(QCoreApplication.translate("OfficeRulesSection", u"\u06cc\u06a9\u0634\u0646\u0628\u0647", None))
#if QT_CONFIG(accessibility)
        self.sunday.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u06cc\u06a9\u0634\u0646\u0628\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.monday.setText(QCoreApplication.translate("OfficeRulesSection", u"\u062f\u0648\u0634\u0646\u0628\u0647", None))
#if QT_CONFIG(accessibility)
        self.monday.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u062f\u0648\u0634\u0646\u0628\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.tuesday.setText(QCoreApplication.translate("OfficeRulesSection", u"\u0633\u0647\u200c\u0634\u0646\u0628\u0647", None))
#if QT_CONFIG(accessibility)
        self.tuesday.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0633\u0647\u200c\u0634\u0646\u0628\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.wednesday.setText(QCoreApplication.translate("OfficeRulesSection", u"\u0686\u0647\u0627\u0631\u0634\u0646\u0628\u0647", None))
#if QT_CONFIG(accessibility)
        self.wednesday.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u0686\u0647\u0627\u0631\u0634\u0646\u0628\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.thursday.setText(QCoreApplication.translate("OfficeRulesSection", u"\u067e\u0646\u062c\u0634\u0646\u0628\u0647", None))
#if QT_CONFIG(accessibility)
        self.thursday.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u067e\u0646\u062c\u0634\u0646\u0628\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.friday.setText(QCoreApplication.translate("OfficeRulesSection", u"\u062c\u0645\u0639\u0647", None))
#if QT_CONFIG(accessibility)
        self.friday.setAccessibleName(QCoreApplication.translate("OfficeRulesSection", u"\u062c\u0645\u0639\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.opensAtField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u0622\u063a\u0627\u0632 \u0648\u0642\u062a \u0627\u062f\u0627\u0631\u06cc", None))
        self.closesAtField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u067e\u0627\u06cc\u0627\u0646 \u0648\u0642\u062a \u0627\u062f\u0627\u0631\u06cc", None))
        self.originalsField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u0634\u0645\u0627\u0631 \u0646\u0633\u062e\u0647\u200c\u0647\u0627\u06cc \u0627\u0635\u0644\u06cc", None))
        self.keptAtField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u0645\u062d\u0644 \u0646\u06af\u0647\u062f\u0627\u0631\u06cc \u0627\u0635\u0644 \u0627\u0645\u0636\u0627\u0634\u062f\u0647", None))
        self.closingField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u062c\u0645\u0644\u0647\u0654 \u067e\u0627\u06cc\u0627\u0646\u06cc \u0635\u0648\u0631\u062a\u200c\u062c\u0644\u0633\u0647", None))
        self.operatorField.setProperty(u"label_text", QCoreApplication.translate("OfficeRulesSection", u"\u0646\u0627\u0645 \u06a9\u0627\u0631\u0634\u0646\u0627\u0633 \u062f\u0628\u06cc\u0631\u062e\u0627\u0646\u0647", None))
        self.operatorField.setProperty(u"hint_text", QCoreApplication.translate("OfficeRulesSection", u"\u0627\u06cc\u0646 \u0646\u0627\u0645 \u06a9\u0646\u0627\u0631 \u0647\u0631 \u062b\u0628\u062a \u062f\u0631 \u062a\u0627\u0631\u06cc\u062e\u0686\u0647 \u0645\u06cc\u200c\u0645\u0627\u0646\u062f.", None))
        pass
    # retranslateUi

