# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_seat_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
class Ui_MeetingSeatForm(object):
    def setupUi(self, MeetingSeatForm):
        if not MeetingSeatForm.objectName():
            MeetingSeatForm.setObjectName(u"MeetingSeatForm")
        MeetingSeatForm.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MeetingSeatForm)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(16, 8, 16, 12)
        self.substituteLine = QHBoxLayout()
        self.substituteLine.setSpacing(12)
        self.substituteLine.setObjectName(u"substituteLine")
        self.substituteLine.setContentsMargins(0, 0, 0, 0)
        self.nameField = Field(MeetingSeatForm)
        self.nameField.setObjectName(u"nameField")
        self.nameField.setMinimumSize(QSize(150, 0))
        self.nameFieldColumn = QVBoxLayout(self.nameField)
        self.nameFieldColumn.setSpacing(0)
        self.nameFieldColumn.setObjectName(u"nameFieldColumn")
        self.nameFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.nameEdit = LineField(self.nameField)
        self.nameEdit.setObjectName(u"nameEdit")

        self.nameFieldColumn.addWidget(self.nameEdit)


        self.substituteLine.addWidget(self.nameField)

        self.letterNumberField = Field(MeetingSeatForm)
        self.letterNumberField.setObjectName(u"letterNumberField")
        self.letterNumberField.setMinimumSize(QSize(110, 0))
        self.letterNumberFieldColumn = QVBoxLayout(self.letterNumberField)
        self.letterNumberFieldColumn.setSpacing(0)
        self.letterNumberFieldColumn.setObjectName(u"letterNumberFieldColumn")
        self.letterNumberFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.letterNumberEdit = LineField(self.letterNumberField)
        self.letterNumberEdit.setObjectName(u"letterNumberEdit")

        self.letterNumberFieldColumn.addWidget(self.letterNumberEdit)


        self.substituteLine.addWidget(self.letterNumberField)

        self.letterDayField = Field(MeetingSeatForm)
        self.letterDayField.setObjectName(u"letterDayField")
        self.letterDayField.setMinimumSize(QSize(170, 0))
        self.letterDayFieldColumn = QVBoxLayout(self.letterDayField)
        self.letterDayFieldColumn.setSpacing(0)
        self.letterDayFieldColumn.setObjectName(u"letterDayFieldColumn")
        self.letterDayFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.letterDayEdit = JalaliDateEdit(self.letterDayField)
        self.letterDayEdit.setObjectName(u"letterDayEdit")

        self.letterDayFieldColumn.addWidget(self.letterDayEdit)


        self.substituteLine.addWidget(self.letterDayField)


        self.column.addLayout(self.substituteLine)

        self.timesLine = QHBoxLayout()
        self.timesLine.setSpacing(12)
        self.timesLine.setObjectName(u"timesLine")
        self.timesLine.setContentsMargins(0, 0, 0, 0)
        self.arrivedField = Field(MeetingSeatForm)
        self.arrivedField.setObjectName(u"arrivedField")
        self.arrivedField.setMaximumSize(QSize(120, 16777215))
        self.arrivedFieldColumn = QVBoxLayout(self.arrivedField)
        self.arrivedFieldColumn.setSpacing(0)
        self.arrivedFieldColumn.setObjectName(u"arrivedFieldColumn")
        self.arrivedFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.arrivedEdit = TimeEdit(self.arrivedField)
        self.arrivedEdit.setObjectName(u"arrivedEdit")

        self.arrivedFieldColumn.addWidget(self.arrivedEdit)


        self.timesLine.addWidget(self.arrivedField)

        self.leftField = Field(MeetingSeatForm)
        self.leftField.setObjectName(u"leftField")
        self.leftField.setMaximumSize(QSize(120, 16777215))
        self.leftFieldColumn = QVBoxLayout(self.leftField)
        self.leftFieldColumn.setSpacing(0)
        self.leftFieldColumn.setObjectName(u"leftFieldColumn")
        self.leftFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.leftEdit = TimeEdit(self.leftField)
        self.leftEdit.setObjectName(u"leftEdit")

        self.leftFieldColumn.addWidget(self.leftEdit)


        self.timesLine.addWidget(self.leftField)

        self.timesGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.timesLine.addItem(self.timesGap)

        self.save = Button(MeetingSeatForm)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"filled")
        self.save.setProperty(u"icon_name", u"check")
        self.save.setProperty(u"hint", u"Enter")
        self.save.setProperty(u"compact", True)

        self.timesLine.addWidget(self.save)

        self.leave = Button(MeetingSeatForm)
        self.leave.setObjectName(u"leave")
        self.leave.setProperty(u"hint", u"Esc")
        self.leave.setProperty(u"compact", True)

        self.timesLine.addWidget(self.leave)


        self.column.addLayout(self.timesLine)


        self.retranslateUi(MeetingSeatForm)
    # setupUi

    def retranslateUi(self, MeetingSeatForm):
        self.nameField.setProperty(u"label_text", QCoreApplication.translate("MeetingSeatForm", u"\u0646\u0627\u0645 \u06a9\u0633\u06cc \u06a9\u0647 \u0622\u0645\u062f\u0647", None))
        self.letterNumberField.setProperty(u"label_text", QCoreApplication.translate("MeetingSeatForm", u"\u0634\u0645\u0627\u0631\u0647\u0654 \u0645\u0639\u0631\u0641\u06cc\u200c\u0646\u0627\u0645\u0647", None))
        self.letterDayField.setProperty(u"label_text", QCoreApplication.translate("MeetingSeatForm", u"\u062a\u0627\u0631\u06cc\u062e \u0645\u0639\u0631\u0641\u06cc\u200c\u0646\u0627\u0645\u0647", None))
        self.arrivedField.setProperty(u"label_text", QCoreApplication.translate("MeetingSeatForm", u"\u0648\u0631\u0648\u062f", None))
        self.leftField.setProperty(u"label_text", QCoreApplication.translate("MeetingSeatForm", u"\u062e\u0631\u0648\u062c", None))
        self.save.setText(QCoreApplication.translate("MeetingSeatForm", u"\u062b\u0628\u062a", None))
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(QCoreApplication.translate("MeetingSeatForm", u"\u062b\u0628\u062a \u062d\u0636\u0648\u0631 \u0627\u06cc\u0646 \u06a9\u0631\u0633\u06cc", None))
#endif // QT_CONFIG(accessibility)
        self.leave.setText(QCoreApplication.translate("MeetingSeatForm", u"\u0627\u0646\u0635\u0631\u0627\u0641", None))
#if QT_CONFIG(accessibility)
        self.leave.setAccessibleName(QCoreApplication.translate("MeetingSeatForm", u"\u0627\u0646\u0635\u0631\u0627\u0641 \u0627\u0632 \u062d\u0636\u0648\u0631 \u0627\u06cc\u0646 \u06a9\u0631\u0633\u06cc", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

